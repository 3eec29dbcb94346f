"""Puts the service lines of a claim into an 837P transaction (005010X222A1) with a biller, a patient and a payer that are
made up, and validates it with pyx12. Prints the errors as JSON.

    python3 x12_claim.py ENVIRONMENT SEGMENT...
"""

import io
import json
import logging
import sys

import packages

HEAD = """\
ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260302*1200*^*00501*000000001*0*T*:~
GS*HC*SENDER*RECEIVER*20260302*1200*1*X*005010X222A1~
ST*837*0001*005010X222A1~
BHT*0019*00*1*20260302*1200*CH~
NM1*41*2*AGENCY*****46*SENDER~
PER*IC*OFFICE*TE*5550100~
NM1*40*2*PAYER*****46*RECEIVER~
HL*1**20*1~
NM1*85*2*AGENCY*****XX*1234567893~
N3*1 STREET~
N4*TOWN*ND*585010000~
REF*EI*123456789~
HL*2*1*22*0~
SBR*P*18*******CI~
NM1*IL*1*DOE*JO****MI*A1~
N3*2 STREET~
N4*TOWN*ND*585010000~
DMG*D8*19600101*F~
NM1*PR*2*PAYER*****PI*P1~
CLM*C1*0***12:B:1*Y*A*Y*Y~
HI*ABK:A419~
"""


def main() -> None:
    environment, *segments = sys.argv[1:]
    packages.prepare(environment)
    import pyx12.params
    import pyx12.x12n_document

    logging.disable(logging.CRITICAL)
    body = HEAD.replace("\n", "") + "".join(segments)
    count = body.count("~") - 1
    text = io.StringIO(body + f"SE*{count}*0001~GE*1*1~IEA*1*000000001~")
    report = io.StringIO()
    is_valid = pyx12.x12n_document.x12n_document(pyx12.params.params(), text, None, None, None, report)
    json.dump([] if is_valid else [report.getvalue()], sys.stdout)


if __name__ == "__main__":
    main()
