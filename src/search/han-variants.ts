/**
 * Characters that Traditional Chinese and Japanese write otherwise than Simplified Chinese, as far as people need them
 * to ask about registries: `憑證` is found where the catalog says `凭证`. Each pair is the variant and its simplified form.
 */
const pairs =
  '證证証证認认連连接接續续網网絡络鏡镜體体記记庫库倉仓權权許许標标籤签錯错誤误碼码過过請请頻频憑凭據据終终結结點点專专用用應应無无効效' +
  '執执運运後后開开關关啟启動动録录錄录檔档層层發发處处導导匯汇儲储憶忆牆墙協协議议務务個个機机號号規规則则範范圍围變变數数資资產产' +
  '員员賬账帳账戶户戸户單单項项題题顯显視视聽听說说話话讀读寫写鍵键鎖锁類类選选擇择節节叢丛區区域域陣阵雲云準准確确驗验測测試试' +
  '簽签審审計计報报警警復复複复製制傳传輸输載载絕绝拒拒時时間间遠远從从來来對对嗎吗還还這这裡里裏里為为麼么樣样問问實实際际線线' +
  '敗败現现見见設设圖图書书該该給给進进達达觸触擁拥銀银須须順顺頁页' +
  '腦脑筆笔電电壓压縮缩滿满磁磁碟盘盤盘間间組组構构築筑並并與与斷断離离轉转換换態态異异當当於于讓让給给學学會会長长'

const simplifiedForms = new Map<string, string>()
for (let index = 0; index < pairs.length; index += 2) simplifiedForms.set(pairs.charAt(index), pairs.charAt(index + 1))

export function simplified(character: string): string {
  return simplifiedForms.get(character) ?? character
}
