using System.Net.Http.Headers;

namespace Codex.Backend.Responses;

/// <summary>What the headers of an accepted request tell, before its first event.</summary>
internal static class ResponseHeaders
{
    /// <summary>The headers as events, in the original's order.</summary>
    public static IEnumerable<ModelEvent> ToEvents(HttpResponseHeaders headers)
    {
        if (headers.First("x-codex-turn-state") is { } turnState)
            yield return new ModelEvent.TurnState(turnState);
        if (headers.First("openai-model") is { } model)
            yield return new ModelEvent.ServerModel(model);
        foreach (var snapshot in RateLimitHeaders.ReadAll(headers))
            yield return new ModelEvent.RateLimits(snapshot);
        if (headers.First("x-models-etag") is { } etag)
            yield return new ModelEvent.ModelsEtag(etag);
        if (headers.First("x-reasoning-included") is not null)
            yield return new ModelEvent.ServerReasoningIncluded();
    }
}
