/** The frame of every page. */
export const site = {
  skip: 'Skip to the content',
  navigation: 'Main',
  sections: {
    projects: 'Projects',
    memories: 'Memories',
    termbases: 'Terms',
    concordance: 'Concordance',
    import: 'Import',
    jobs: 'Jobs',
    settings: 'Settings',
    api: 'API',
    administration: 'Administration',
  },
  theme: {
    legend: 'Appearance',
    system: 'Light or dark as the system',
    light: 'Light',
    dark: 'Dark',
  },
  /** Names the other language, in that language, to change to it. */
  otherLanguage: { code: 'fr', name: 'Français' },
  toProjects: 'To the projects',
};
