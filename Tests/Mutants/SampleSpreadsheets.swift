/// The documents of small spreadsheets: one as Excel saves it, one as LibreOffice does.
let sampleSpreadsheets: [[(name: String, text: String)]] = [
    [
        (
            "_rels/.rels",
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="http://x/relationships/officeDocument" Target="xl/workbook.xml"/>
            </Relationships>
            """
        ),
        (
            "xl/workbook.xml",
            """
            <workbook xmlns:r="http://x/relationships"><workbookPr date1904="0"/>
            <sheets><sheet name="Visits" sheetId="1" r:id="rId1"/><sheet name="Notes" sheetId="2" r:id="rId2"/></sheets>
            </workbook>
            """
        ),
        (
            "xl/_rels/workbook.xml.rels",
            """
            <Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Type="http://x/worksheet" Target="/xl/worksheets/sheet2.xml"/>
            <Relationship Id="rId3" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>
            """
        ),
        (
            "xl/sharedStrings.xml",
            """
            <sst count="5"><si><t>id</t></si><si><t>stem</t></si><si><t>infusion</t></si>
            <si><r><t>A nurse </t></r><r><rPr><b/></rPr><t xml:space="preserve">infuses_x000D_ a drug.</t></r></si>
            <si><t>guide</t></si></sst>
            """
        ),
        (
            "xl/worksheets/sheet1.xml",
            """
            <worksheet><sheetData>
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>date</t></is></c>
            <c r="D1" t="str"><v>kind</v></c><c r="E1" t="str"><v>start</v></c><c r="F1" t="str"><v>stop</v></c>
            <c r="G1" t="str"><v>next-day</v></c><c r="H1" t="str"><v>source</v></c><c r="I1" t="str"><v>answer</v></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>morning</t></is></c><c r="B2" t="s"><v>3</v></c><c r="C2" s="1"><v>46083</v></c>
            <c r="D2" t="s"><v>2</v></c><c r="E2"><v>0.375</v></c><c r="F2"><f>E2+0.125</f><v>0.5</v></c>
            <c r="G2" t="b"><v>0</v></c><c r="H2" t="s"><v>4</v></c><c r="I2"><v>99601</v></c></row>
            <row r="3"><c r="D3" t="s"><v>2</v></c><c r="E3"><v>0.75</v></c><c r="F3"><v>0.8</v></c><c r="I3" t="e"><v>#REF!</v></c></row>
            </sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells></worksheet>
            """
        ),
    ],
    [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"urn:x\"/>"),
        (
            "content.xml",
            """
            <office:document-content xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x"><office:body><office:spreadsheet>
            <table:table table:name="Visits"><table:table-header-rows><table:table-row>
            <table:table-cell office:value-type="string"><text:p>id</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p>stem</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p>date</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p>kind</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p>start</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p>minutes</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p>source</text:p></table:table-cell>
            <table:table-cell table:number-columns-repeated="16377"/></table:table-row></table:table-header-rows>
            <table:table-row><table:table-cell office:value-type="string" table:number-rows-spanned="2"><text:p>evening</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p>A nurse<text:s text:c="2"/><text:span>comes</text:span>.</text:p><office:annotation><text:p>why?</text:p></office:annotation></table:table-cell>
            <table:table-cell office:value-type="date" office:date-value="2026-03-02"><text:p>2 March</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p>infusion</text:p></table:table-cell>
            <table:table-cell office:value-type="time" office:time-value="PT18H30M00S"><text:p>18:30</text:p></table:table-cell>
            <table:table-cell/><table:table-cell office:value-type="string"><text:p>guide</text:p></table:table-cell></table:table-row>
            <table:table-row table:number-rows-repeated="2"><table:covered-table-cell/><table:table-cell/><table:table-cell/>
            <table:table-cell office:value-type="string"><text:p>infusion</text:p></table:table-cell><table:table-cell/>
            <table:table-cell office:value-type="float" office:value="40" table:formula="of:=20*2"><text:p>40</text:p></table:table-cell></table:table-row>
            <table:table-row table:number-rows-repeated="1048572"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            </table:table></office:spreadsheet></office:body></office:document-content>
            """
        ),
    ],
]
