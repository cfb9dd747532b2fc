using System.Text.Json.Serialization;

namespace Codex.AppServer.Protocol.Items;

/// <summary>Something that happened in a turn (<c>ThreadItem</c> of <c>app-server-protocol/src/protocol/v2/item.rs</c>).</summary>
/// <param name="Id">The same in the started and the completed notification.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(UserMessageThreadItem), "userMessage")]
[JsonDerivedType(typeof(AgentMessageThreadItem), "agentMessage")]
[JsonDerivedType(typeof(PlanThreadItem), "plan")]
[JsonDerivedType(typeof(ReasoningThreadItem), "reasoning")]
[JsonDerivedType(typeof(CommandExecutionThreadItem), "commandExecution")]
[JsonDerivedType(typeof(FileChangeThreadItem), "fileChange")]
[JsonDerivedType(typeof(McpToolCallThreadItem), "mcpToolCall")]
[JsonDerivedType(typeof(CollabAgentToolCallThreadItem), "collabAgentToolCall")]
[JsonDerivedType(typeof(WebSearchThreadItem), "webSearch")]
[JsonDerivedType(typeof(ImageViewThreadItem), "imageView")]
[JsonDerivedType(typeof(ImageGenerationThreadItem), "imageGeneration")]
[JsonDerivedType(typeof(EnteredReviewModeThreadItem), "enteredReviewMode")]
[JsonDerivedType(typeof(ExitedReviewModeThreadItem), "exitedReviewMode")]
[JsonDerivedType(typeof(ContextCompactionThreadItem), "contextCompaction")]
public abstract record ThreadItem([property: JsonPropertyOrder(-1)] string Id);
