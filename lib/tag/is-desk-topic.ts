/** Whether a topic is the desk's own term, and not one of IPTC's. */
export const isDeskTopic = (id: string): boolean => id.startsWith('desk:')
