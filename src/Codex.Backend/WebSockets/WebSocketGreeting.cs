using System.Net.Http.Headers;
using Codex.Backend.Responses;

namespace Codex.Backend.WebSockets;

/// <summary>What the headers of an accepted connection tell about all its responses.</summary>
internal sealed class WebSocketGreeting
{
    private readonly string? _model;
    private readonly string? _modelsEtag;
    private readonly bool _includesReasoning;
    private string? _turnState;

    private WebSocketGreeting(HttpResponseHeaders headers)
    {
        _model = headers.First("openai-model");
        _modelsEtag = headers.First("x-models-etag");
        _includesReasoning = headers.First("x-reasoning-included") is not null;
        _turnState = headers.First("x-codex-turn-state");
    }

    /// <summary>Reads the headers of the answer.</summary>
    public static WebSocketGreeting Read(HttpResponseHeaders headers) => new(headers);

    /// <summary>The events that begin a response. The turn's state is told once: it belongs to the turn that connected.</summary>
    public IEnumerable<ModelEvent> ToEvents(bool isWarmUp)
    {
        if (!isWarmUp && Interlocked.Exchange(ref _turnState, null) is { } turnState)
            yield return new ModelEvent.TurnState(turnState);
        if (_model is not null)
            yield return new ModelEvent.ServerModel(_model);
        if (_modelsEtag is not null)
            yield return new ModelEvent.ModelsEtag(_modelsEtag);
        if (_includesReasoning)
            yield return new ModelEvent.ServerReasoningIncluded();
    }
}
