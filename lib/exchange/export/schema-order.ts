/**
 * The elements that an export writes, in the order of the schema, which Project's reader insists on. (Microsoft, Project
 * XML Data Interchange schema, mspdi_pj12.xsd; Active after Name as Project 2010 and later write it.)
 */
export const schemaOrder = {
  Project: [
    ...["SaveVersion", "Name", "Title", "Company", "CreationDate", "LastSaved", "ScheduleFromStart", "StartDate"],
    ...["FinishDate", "CriticalSlackLimit", "CurrencyCode", "CalendarUID", "DefaultStartTime", "DefaultFinishTime"],
    ...["MinutesPerDay", "MinutesPerWeek", "DaysPerMonth", "DefaultTaskType", "DurationFormat", "WorkFormat"],
    ...["HonorConstraints", "MultipleCriticalPaths", "NewTasksEffortDriven", "NewTasksEstimated"],
    ...["SplitsInProgressTasks", "WeekStartDay", "StatusDate", "CurrentDate", "Autolink", "ExtendedAttributes"],
    ...["Calendars", "Tasks", "Resources", "Assignments"],
  ],
  ExtendedAttribute: ["FieldID", "FieldName", "Alias", "Value", "DurationFormat"],
  Calendar: ["UID", "Name", "IsBaseCalendar", "BaseCalendarUID", "WeekDays", "Exceptions"],
  WeekDay: ["DayType", "DayWorking", "TimePeriod", "WorkingTimes"],
  Exception: ["EnteredByOccurrences", "TimePeriod", "Occurrences", "Name", "Type", "DayWorking"],
  TimePeriod: ["FromDate", "ToDate"],
  WorkingTime: ["FromTime", "ToTime"],
  Task: [
    ...[
      "UID",
      "ID",
      "Name",
      "Active",
      "Type",
      "IsNull",
      "CreateDate",
      "WBS",
      "OutlineNumber",
      "OutlineLevel",
      "Priority",
    ],
    ...["Start", "Finish", "Duration", "DurationFormat", "Work", "ResumeValid", "EffortDriven", "Recurring"],
    ...["OverAllocated", "Estimated", "Milestone", "Summary", "Critical", "IsSubproject", "IsSubprojectReadOnly"],
    ...["ExternalTask", "EarlyStart", "EarlyFinish", "LateStart", "LateFinish", "FreeSlack", "TotalSlack", "FixedCost"],
    ...["PercentComplete", "PercentWorkComplete", "ActualStart", "ActualFinish", "ActualDuration"],
    ...["RemainingDuration", "ConstraintType", "CalendarUID", "ConstraintDate", "Deadline", "LevelAssignments"],
    ...["LevelingCanSplit", "IgnoreResourceCalendar", "Notes", "HideBar", "Rollup", "PredecessorLink"],
    ...["ExtendedAttribute", "Baseline"],
  ],
  PredecessorLink: ["PredecessorUID", "Type", "CrossProject", "LinkLag", "LagFormat"],
  Baseline: ["Number", "Interim", "Start", "Finish", "Duration", "DurationFormat", "EstimatedDuration"],
  Resource: ["UID", "ID", "Name", "Type", "IsNull", "MaxUnits"],
  Assignment: ["UID", "TaskUID", "ResourceUID", "PercentWorkComplete", "Finish", "Start", "Units", "Work"],
} as const
