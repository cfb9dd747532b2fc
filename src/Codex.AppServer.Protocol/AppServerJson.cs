using System.Text.Json.Serialization;
using Codex.AppServer.Protocol.Approvals;
using Codex.AppServer.Protocol.AutoReviews;
using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Items;
using Codex.AppServer.Protocol.Modes;
using Codex.AppServer.Protocol.Notices;
using Codex.AppServer.Protocol.Questions;
using Codex.AppServer.Protocol.Reviews;
using Codex.AppServer.Protocol.Threads;
using Codex.AppServer.Protocol.Turns;

namespace Codex.AppServer.Protocol;

/// <summary>Serialization of the app-server's wire types: camelCase, nulls written. Used by remote connections only; in process nothing touches it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ThreadStartParams))]
[JsonSerializable(typeof(ThreadStartResult))]
[JsonSerializable(typeof(ThreadResumeParams))]
[JsonSerializable(typeof(ThreadResumeResult))]
[JsonSerializable(typeof(ThreadUnsubscribeParams))]
[JsonSerializable(typeof(ThreadUnsubscribeResult))]
[JsonSerializable(typeof(TurnStartParams))]
[JsonSerializable(typeof(TurnStartResult))]
[JsonSerializable(typeof(TurnSteerParams))]
[JsonSerializable(typeof(TurnSteerResult))]
[JsonSerializable(typeof(ThreadShellCommandParams))]
[JsonSerializable(typeof(ThreadCompactStartParams))]
[JsonSerializable(typeof(ThreadBackgroundTerminalsCleanParams))]
[JsonSerializable(typeof(EmptyResult))]
[JsonSerializable(typeof(InputTooLarge))]
[JsonSerializable(typeof(TurnInterruptParams))]
[JsonSerializable(typeof(TurnInterruptResult))]
[JsonSerializable(typeof(CollaborationModeListParams))]
[JsonSerializable(typeof(CollaborationModeListResult))]
[JsonSerializable(typeof(PlanDeltaNotification))]
[JsonSerializable(typeof(ToolRequestUserInputParams))]
[JsonSerializable(typeof(ToolRequestUserInputResponse))]
[JsonSerializable(typeof(ReviewStartParams))]
[JsonSerializable(typeof(ReviewStartResult))]
[JsonSerializable(typeof(ThreadStartedNotification))]
[JsonSerializable(typeof(ThreadTokenUsageUpdatedNotification))]
[JsonSerializable(typeof(TurnStartedNotification))]
[JsonSerializable(typeof(TurnCompletedNotification))]
[JsonSerializable(typeof(TurnDiffUpdatedNotification))]
[JsonSerializable(typeof(TurnPlanUpdatedNotification))]
[JsonSerializable(typeof(ErrorNotification))]
[JsonSerializable(typeof(ItemStartedNotification))]
[JsonSerializable(typeof(ItemCompletedNotification))]
[JsonSerializable(typeof(AgentMessageDeltaNotification))]
[JsonSerializable(typeof(ReasoningSummaryTextDeltaNotification))]
[JsonSerializable(typeof(ReasoningSummaryPartAddedNotification))]
[JsonSerializable(typeof(ReasoningTextDeltaNotification))]
[JsonSerializable(typeof(CommandExecutionOutputDeltaNotification))]
[JsonSerializable(typeof(TerminalInteractionNotification))]
[JsonSerializable(typeof(WarningNotification))]
[JsonSerializable(typeof(DeprecationNoticeNotification))]
[JsonSerializable(typeof(ConfigWarningNotification))]
[JsonSerializable(typeof(ModelReroutedNotification))]
[JsonSerializable(typeof(ModelVerificationNotification))]
[JsonSerializable(typeof(CommandExecutionRequestApprovalParams))]
[JsonSerializable(typeof(CommandExecutionRequestApprovalResponse))]
[JsonSerializable(typeof(FileChangeRequestApprovalParams))]
[JsonSerializable(typeof(FileChangeRequestApprovalResponse))]
[JsonSerializable(typeof(PermissionsRequestApprovalParams))]
[JsonSerializable(typeof(PermissionsRequestApprovalResponse))]
[JsonSerializable(typeof(ThreadStatusChangedNotification))]
[JsonSerializable(typeof(ServerRequestResolvedNotification))]
[JsonSerializable(typeof(ItemGuardianApprovalReviewStartedNotification))]
[JsonSerializable(typeof(ItemGuardianApprovalReviewCompletedNotification))]
[JsonSerializable(typeof(GuardianWarningNotification))]
[JsonSerializable(typeof(ThreadApproveGuardianDeniedActionParams))]
[JsonSerializable(typeof(CommandAction.Search), TypeInfoPropertyName = "CommandActionSearch")]
public sealed partial class AppServerJson : JsonSerializerContext;
