import { IssueLinks as IssueLinks_f3330cfdb36d340b06ba0f5d3a2584a9 } from 'payload-plugin-broadsheet/client'
import { PageBoardView as PageBoardView_2f34fb48765eb1d13b57b59b1b84528d } from 'payload-plugin-broadsheet/rsc'
import { IssueDeskView as IssueDeskView_2f34fb48765eb1d13b57b59b1b84528d } from 'payload-plugin-broadsheet/rsc'
import { StageCell as StageCell_f3330cfdb36d340b06ba0f5d3a2584a9 } from 'payload-plugin-broadsheet/client'
import { WorkflowBar as WorkflowBar_f3330cfdb36d340b06ba0f5d3a2584a9 } from 'payload-plugin-broadsheet/client'
import { Doubts as Doubts_f3330cfdb36d340b06ba0f5d3a2584a9 } from 'payload-plugin-broadsheet/client'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ReviewSlip as ReviewSlip_f3330cfdb36d340b06ba0f5d3a2584a9 } from 'payload-plugin-broadsheet/client'
import { ArticleQueues as ArticleQueues_2f34fb48765eb1d13b57b59b1b84528d } from 'payload-plugin-broadsheet/rsc'
import { Nothing as Nothing_f3330cfdb36d340b06ba0f5d3a2584a9 } from 'payload-plugin-broadsheet/client'
import { SaveArticle as SaveArticle_f3330cfdb36d340b06ba0f5d3a2584a9 } from 'payload-plugin-broadsheet/client'
import { ArticleStatus as ArticleStatus_f3330cfdb36d340b06ba0f5d3a2584a9 } from 'payload-plugin-broadsheet/client'
import { RestoreVersion as RestoreVersion_f3330cfdb36d340b06ba0f5d3a2584a9 } from 'payload-plugin-broadsheet/client'
import { ShownJson as ShownJson_f3330cfdb36d340b06ba0f5d3a2584a9 } from 'payload-plugin-broadsheet/client'
import { Today as Today_2f34fb48765eb1d13b57b59b1b84528d } from 'payload-plugin-broadsheet/rsc'
import { ProductionLink as ProductionLink_f3330cfdb36d340b06ba0f5d3a2584a9 } from 'payload-plugin-broadsheet/client'
import { FollowBack as FollowBack_f3330cfdb36d340b06ba0f5d3a2584a9 } from 'payload-plugin-broadsheet/client'
import { Production as Production_2f34fb48765eb1d13b57b59b1b84528d } from 'payload-plugin-broadsheet/rsc'
import { FlowSheetView as FlowSheetView_2f34fb48765eb1d13b57b59b1b84528d } from 'payload-plugin-broadsheet/rsc'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "payload-plugin-broadsheet/client#IssueLinks": IssueLinks_f3330cfdb36d340b06ba0f5d3a2584a9,
  "payload-plugin-broadsheet/rsc#PageBoardView": PageBoardView_2f34fb48765eb1d13b57b59b1b84528d,
  "payload-plugin-broadsheet/rsc#IssueDeskView": IssueDeskView_2f34fb48765eb1d13b57b59b1b84528d,
  "payload-plugin-broadsheet/client#StageCell": StageCell_f3330cfdb36d340b06ba0f5d3a2584a9,
  "payload-plugin-broadsheet/client#WorkflowBar": WorkflowBar_f3330cfdb36d340b06ba0f5d3a2584a9,
  "payload-plugin-broadsheet/client#Doubts": Doubts_f3330cfdb36d340b06ba0f5d3a2584a9,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "payload-plugin-broadsheet/client#ReviewSlip": ReviewSlip_f3330cfdb36d340b06ba0f5d3a2584a9,
  "payload-plugin-broadsheet/rsc#ArticleQueues": ArticleQueues_2f34fb48765eb1d13b57b59b1b84528d,
  "payload-plugin-broadsheet/client#Nothing": Nothing_f3330cfdb36d340b06ba0f5d3a2584a9,
  "payload-plugin-broadsheet/client#SaveArticle": SaveArticle_f3330cfdb36d340b06ba0f5d3a2584a9,
  "payload-plugin-broadsheet/client#ArticleStatus": ArticleStatus_f3330cfdb36d340b06ba0f5d3a2584a9,
  "payload-plugin-broadsheet/client#RestoreVersion": RestoreVersion_f3330cfdb36d340b06ba0f5d3a2584a9,
  "payload-plugin-broadsheet/client#ShownJson": ShownJson_f3330cfdb36d340b06ba0f5d3a2584a9,
  "payload-plugin-broadsheet/rsc#Today": Today_2f34fb48765eb1d13b57b59b1b84528d,
  "payload-plugin-broadsheet/client#ProductionLink": ProductionLink_f3330cfdb36d340b06ba0f5d3a2584a9,
  "payload-plugin-broadsheet/client#FollowBack": FollowBack_f3330cfdb36d340b06ba0f5d3a2584a9,
  "payload-plugin-broadsheet/rsc#Production": Production_2f34fb48765eb1d13b57b59b1b84528d,
  "payload-plugin-broadsheet/rsc#FlowSheetView": FlowSheetView_2f34fb48765eb1d13b57b59b1b84528d,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
