/** The style of `report.html`: the tokens of the window, light, dark and on paper. */
import { withoutControls } from './wording.ts'

const LIGHT = `--app:#F6F7F9;--surface:#FFFFFF;--sunken:#EDEFF3;--selected:#E3ECFC;--border:#E2E5EA;--border-strong:#858E9C;
--text:#14181F;--text2:#475060;--text3:#5D6776;--accent:#2457D6;--key-person:#AC0B06;--thin:#4F5660;--line:#1E5FA8`
const DARK = `--app:#0E1116;--surface:#151A21;--sunken:#0B0E12;--selected:#1B2D50;--border:#29303A;--border-strong:#6C788A;
--text:#E8ECF2;--text2:#B0B9C6;--text3:#8F99A8;--accent:#7BA6FF;--key-person:#DE450B;--thin:#9BA2AE;--line:#7DB2E8`
const PAPER = `--app:#FFFFFF;--surface:#FFFFFF;--sunken:#FFFFFF;--selected:#FFFFFF;--border:#B8BDC6;--border-strong:#5D6776;
--text:#000000;--text2:#333333;--text3:#444444;--accent:#000000;--key-person:#8A0804;--thin:#333333;--line:#163794`

/** The paper size is left to the reader's printer (A4 or Letter fit); the margins hold the boxes at the page's edge. */
export const reportStyle = (asOf: string | null) => `
:root{color-scheme:light dark;${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
html{scroll-padding-block-start:16px}
body{margin:0;background:var(--app);color:var(--text);font:14px/21px Inter,system-ui,sans-serif;font-variant-numeric:tabular-nums}
header,nav,main,footer{max-width:1120px;margin-inline:auto;padding-inline:24px}
header{padding-block:32px 8px}
h1{font-size:24px;line-height:32px;font-weight:600;margin:0 0 12px}
h2{font-size:18px;line-height:24px;font-weight:600;margin:0 0 8px}
h3{font-size:15px;line-height:22px;font-weight:600;margin:16px 0 4px;overflow-wrap:anywhere}
p{margin:0 0 6px;max-width:76ch;overflow-wrap:anywhere}
ul{margin:0 0 8px;padding-inline-start:20px;max-width:76ch}
li{overflow-wrap:anywhere}
a{color:var(--accent)}
a:focus-visible,.table:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:0}
dt{color:var(--text2)}
dd{margin:0;overflow-wrap:anywhere}
nav ol{display:flex;flex-wrap:wrap;gap:4px 16px;list-style:none;margin:8px 0 16px;padding:0}
section{background:var(--surface);border:1px solid var(--border);border-radius:10px;padding:16px 20px;margin-block-end:16px}
.confidential{font-weight:600;color:var(--text2);margin:0 0 4px}
.muted{color:var(--text3)}
.table{overflow-x:auto;margin-block:8px}
table{border-collapse:collapse;width:100%}
caption{text-align:start;color:var(--text2);padding-block-end:4px}
th,td{padding:5px 14px 5px 0;text-align:start;vertical-align:top;border-block-end:1px solid var(--border);overflow-wrap:break-word}
thead th{font-weight:500;font-size:12px;line-height:16px;color:var(--text2);vertical-align:bottom}
tbody th{font-weight:500;min-width:14ch;max-width:30ch;overflow-wrap:anywhere}
th.number,td.number{text-align:end}
td.number,td.date{white-space:nowrap}
table.narrow{width:auto;min-width:min(100%,420px)}
.verdict{white-space:nowrap}
.verdict svg{vertical-align:-1px}
.shapes{position:absolute}
.full{fill:var(--key-person)}
.hollow{fill:none;stroke:var(--key-person);stroke-width:1.6}
.quiet{fill:var(--text3)}
.dashed{fill:none;stroke:var(--thin);stroke-width:1.6;stroke-dasharray:2.6 2}
figure{margin:8px 0 16px}
figcaption{color:var(--text2);max-width:76ch}
.curve{width:100%;max-width:720px;height:auto;display:block}
.curve text{font-size:11px;fill:var(--text2)}
.rule{stroke:var(--border);fill:none}
.half{stroke:var(--border-strong);stroke-dasharray:5 4;fill:none}
.line{stroke:var(--line);stroke-width:2.5;fill:none}
.curve .label{fill:var(--text);font-weight:600}
.mark{fill:var(--surface);stroke:var(--key-person);stroke-width:2.5}
footer{padding-block:0 32px;color:var(--text3)}
@page{margin:20mm 15mm 18mm;
@top-left{content:"Confidential";font:600 9pt sans-serif}
@top-right{content:"${cssText(asOf === null ? 'as of: unknown' : `as of ${asOf}`)}";font:9pt sans-serif}
@bottom-left{content:"Switchyard";font:9pt sans-serif}
@bottom-right{content:"page " counter(page) " of " counter(pages);font:9pt sans-serif}}
@media print{:root{color-scheme:light;${PAPER}}
body{font-size:9.5pt;line-height:13pt}
header,nav,main,footer{max-width:none;padding-inline:0}
header{padding-block:0 6mm}
nav,.confidential{display:none}
section{border:0;border-radius:0;padding:0;margin-block-end:8mm}
h2,h3,caption{break-after:avoid}
tr,figure,.keep{break-inside:avoid}
thead{display:table-header-group}
tbody tr:first-child{break-before:avoid}
.table{overflow:visible}
th,td,thead th{font-size:8pt;line-height:10.5pt;padding:2pt 6pt 2pt 0}
tbody th{min-width:0;max-width:none}
.full,.quiet,.curve *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`

const cssText = (text: string) => withoutControls(text).replace(/[^\p{L}\p{N} :.-]/gu, '')
