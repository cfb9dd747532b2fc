using System.Buffers;
using System.Text.Json;
using Codex.Backend.Responses;
using Codex.Formats.Json;

namespace Codex.Engine;

/// <summary>Builds the requests of a turn; everything but the input stays the same.</summary>
/// <param name="session">The thread.</param>
/// <param name="turn">The turn; null ahead of the first.</param>
/// <param name="outputSchema">What the turn's answer must satisfy.</param>
internal sealed class RequestBuilder(Session session, Turn? turn, JsonElement? outputSchema)
{
    private ModelRequest? _template;

    /// <summary>The sticky routing value of this turn.</summary>
    public string? TurnState { get; set; }

    /// <summary>A request without a conversation, as long as nobody has said anything.</summary>
    public static ModelRequest WarmUp(Session session) => new RequestBuilder(session, turn: null, outputSchema: null).CreateTemplate();

    /// <summary>The next request.</summary>
    public ModelRequest Build()
    {
        _template ??= CreateTemplate();
        var ids = session.Options.SendsItemIds ? new List<string?>(session.History.Count) : null;
        return _template with
        {
            Input = session.History.BuildInput(ids),
            InputIds = ids,
            Context = _template.Context with { TurnState = TurnState },
        };
    }

    private ModelRequest CreateTemplate()
    {
        var options = session.Options;
        return new ModelRequest
        {
            Model = options.Model.Slug,
            Instructions = session.BaseInstructions,
            Input = [],
            Tools = session.ToolBox.Router.Specs,
            ParallelToolCalls = options.Model.SupportsParallelToolCalls,
            Reasoning = Reasoning(options),
            ServiceTier = options.ServiceTier,
            PromptCacheKey = session.ThreadId,
            Text = Text(options),
            InstallationId = session.Services.InstallationId,
            Context = new RequestContext
            {
                SessionId = session.SessionId,
                ThreadId = session.ThreadId,
                WindowId = $"{session.ThreadId}:{session.WindowNumber}",
                TurnMetadataJson = TurnMetadata.Write(session, turn),
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
        return new TextOptions { Verbosity = verbosity, OutputSchema = outputSchema is { } schema ? Compact(schema) : default };
    }

    private static ReadOnlyMemory<byte> Compact(JsonElement schema)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, JsonFormat.Compact))
            schema.WriteTo(writer);
        return buffer.WrittenMemory;
    }
}
