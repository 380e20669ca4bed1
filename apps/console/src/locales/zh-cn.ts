/** Chinese texts of the shell; features add their own beside them. */
export const zhCN = {
  app: { title: '案卷', subtitle: '跨省异地就医备案', demo: '演示环境：所有人员和备案均为合成数据' },
  menu: {
    filings: '备案',
    newFiling: '新增备案',
    reviews: '审核队列',
    policies: '地区政策',
    persons: '参保人员',
    accounts: '账户',
    accessLog: '访问日志',
  },
  action: {
    signIn: '登录',
    signOut: '退出',
    retry: '重试',
    cancel: '取消',
    confirm: '确定',
    save: '保存',
    next: '下一页',
    previous: '上一页',
    search: '搜索',
    reset: '清除条件',
    back: '返回',
    language: 'English',
  },
  signIn: { username: '用户名', password: '密码', failed: '用户名或密码不正确' },
  state: {
    empty: '没有符合条件的记录',
    loading: '正在加载',
    offline: '无法连接服务器，您的内容仍保留在本页；恢复后请重试。',
    reference: '关联编号',
  },
};
