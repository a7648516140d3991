const rubricEnd =
  /(?:时评|评论|故事|速写|信箱|门诊|茶馆|茶座|特刊|选载|连载|随笔|随想|论坛|聚焦|关注|观察|短波|回应|街拍|趣闻|争鸣|专栏|专题|快讯|简讯|要闻|访谈|人物|视点|视线|热线|调查|追踪|纵横|天地|园地|之窗|窗口|长廊|漫笔|杂谈|杂感|札记|手记|解读|链接|传真|广角|扫描|博览|集锦|副刊|文苑|书话|百科|课堂|讲堂|讲座|谈|录|苑|坛|廊|栏)[\d\s①-⑳()一二三四五六七八九十]*$/

/** Whether a line has the wording of a recurring rubric. */
export const isRubricShape = (text: string): boolean => rubricEnd.test(text.replace(/[\s“”《》]/g, ''))
