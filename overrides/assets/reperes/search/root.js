// Where the site stands on its host.
export const root = new URL("../../../", import.meta.url).pathname;
