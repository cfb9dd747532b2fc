using System.Buffers;
using System.Text.Json;
using Codex.Backend.Responses;
using Codex.Engine.Compaction;
using Codex.Engine.Context;
using Codex.Engine.Settings;
using Codex.Formats.Json;

namespace Codex.Engine;

/// <summary>
/// Builds the requests of a task; until the history is compacted, everything but the input stays the same. What is known about
/// the repository goes along outside of the body.
/// </summary>
/// <param name="session">The thread.</param>
/// <param name="task">What runs; null ahead of the first turn.</param>
/// <param name="outputSchema">What the turn's answer must satisfy.</param>
/// <param name="settings">The settings that requests go out with; null for those of the turn.</param>
internal sealed class RequestBuilder(Session session, SessionTask? task, JsonElement? outputSchema, ThreadStartOptions? settings = null)
{
    private ModelRequest? _template;
    private int _window;
    private bool? _hasChanges;

    /// <summary>The sticky routing value of this turn.</summary>
    public string? TurnState { get; set; }

    /// <summary>A request without a conversation, as long as nobody has said anything.</summary>
    public static ModelRequest WarmUp(Session session) => new RequestBuilder(session, task: null, outputSchema: null).CreateTemplate();

    /// <summary>The next request.</summary>
    public ModelRequest Build()
    {
        if (_template is null || _window != session.WindowNumber || _hasChanges != task?.WorkspaceHasChanges)
            _template = CreateTemplate();
        return WithInput(_template, session.History) with { Context = _template.Context with { TurnState = TurnState } };
    }

    /// <summary>A request for a summary: the model may not call tools.</summary>
    /// <param name="history">The conversation and what is asked.</param>
    /// <param name="cause">Why.</param>
    public ModelRequest BuildCompaction(ConversationHistory history, CompactionCause cause)
    {
        var template = WithInput(CreateTemplate(), history);
        return template with
        {
            Tools = [],
            ParallelToolCalls = false,
            Context = template.Context with { TurnMetadataJson = TurnMetadata.Write(session, task, cause) },
        };
    }

    /// <summary>A request whose conversation the server makes shorter.</summary>
    /// <param name="history">The conversation.</param>
    /// <param name="cause">Why.</param>
    public ModelRequest BuildRemoteCompaction(ConversationHistory history, CompactionCause cause)
    {
        var template = WithInput(CreateTemplate(), history);
        return template with { Context = template.Context with { TurnMetadataJson = TurnMetadata.Write(session, task, cause) } };
    }

    private ModelRequest WithInput(ModelRequest request, ConversationHistory history)
    {
        var ids = session.Options.SendsItemIds ? new List<string?>(history.Count) : null;
        return request with { Input = history.BuildInput(ids, Complain), InputIds = ids };
    }

    private void Complain(string complaint) => session.Services.Log("codex_core::util", complaint);

    private ModelRequest CreateTemplate()
    {
        var options = settings ?? session.Options;
        _window = session.WindowNumber;
        _hasChanges = task?.WorkspaceHasChanges;
        return new ModelRequest
        {
            Model = options.Model.Slug,
            Instructions = session.BaseInstructions,
            Input = [],
            Tools = session.ToolBox.Router.Specs,
            ParallelToolCalls = options.Model.SupportsParallelToolCalls,
            Reasoning = Reasoning(options),
            ServiceTier = ServiceTiers.For(options.ServiceTier, options.Model),
            PromptCacheKey = session.Origin is { IsGuardian: true } origin ? $"{origin.Kind}:{origin.ParentThreadId}" : session.ThreadId,
            Text = Text(options),
            InstallationId = session.Services.InstallationId,
            Context = new RequestContext
            {
                SessionId = session.SessionId,
                ThreadId = session.ThreadId,
                WindowId = $"{session.ThreadId}:{session.WindowNumber}",
                TurnMetadataJson = TurnMetadata.Write(session, task, compaction: null),
                BetaFeatures = options.BetaFeatures,
                Subagent = session.Origin?.Kind,
            },
        };
    }

    private static ReasoningOptions? Reasoning(ThreadStartOptions options) => options.Model.SupportsReasoningSummaries
        ? new ReasoningOptions(options.ReasoningEffort ?? options.Model.DefaultReasoningLevel, options.EffectiveReasoningSummary)
        : null;

    private TextOptions? Text(ThreadStartOptions options)
    {
        var verbosity = options.Model.SupportsVerbosity ? options.Verbosity ?? options.Model.DefaultVerbosity : null;
        if (verbosity is null && outputSchema is null)
            return null;
        return new TextOptions { Verbosity = verbosity, OutputSchema = outputSchema is { } schema ? Compact(schema) : default, Strict = session.Origin is not { IsGuardian: true } };
    }

    private static ReadOnlyMemory<byte> Compact(JsonElement schema)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, JsonFormat.Compact))
            schema.WriteTo(writer);
        return buffer.WrittenMemory;
    }
}
