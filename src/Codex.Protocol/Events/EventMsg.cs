using System.Text.Json.Serialization;

namespace Codex.Protocol.Events;

/// <summary>
/// What can happen in a thread. The variants listed here are the ones that reach rollout files;
/// all others live in memory only and have no wire form in the engine.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(TaskStartedEvent), "task_started")]
[JsonDerivedType(typeof(TaskCompleteEvent), "task_complete")]
[JsonDerivedType(typeof(TurnAbortedEvent), "turn_aborted")]
[JsonDerivedType(typeof(TokenCountEvent), "token_count")]
[JsonDerivedType(typeof(UserMessageEvent), "user_message")]
[JsonDerivedType(typeof(AgentMessageEvent), "agent_message")]
[JsonDerivedType(typeof(AgentReasoningEvent), "agent_reasoning")]
[JsonDerivedType(typeof(AgentReasoningRawContentEvent), "agent_reasoning_raw_content")]
[JsonDerivedType(typeof(PatchApplyEndEvent), "patch_apply_end")]
[JsonDerivedType(typeof(WebSearchEndEvent), "web_search_end")]
[JsonDerivedType(typeof(ContextCompactedEvent), "context_compacted")]
[JsonDerivedType(typeof(ThreadRolledBackEvent), "thread_rolled_back")]
[JsonDerivedType(typeof(ImageGenerationEndEvent), "image_generation_end")]
[JsonDerivedType(typeof(EnteredReviewModeEvent), "entered_review_mode")]
[JsonDerivedType(typeof(ExitedReviewModeEvent), "exited_review_mode")]
[JsonDerivedType(typeof(ApprovalRequestedEvent), "approval_requested")]
[JsonDerivedType(typeof(ApprovalResolvedEvent), "approval_resolved")]
[JsonDerivedType(typeof(ItemCompletedEvent), "item_completed")]
public record EventMsg;
