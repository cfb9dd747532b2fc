namespace Codex.Backend.Models;

/// <summary>What a <see cref="LiveModelCatalog"/> needs.</summary>
public sealed record LiveModelCatalogOptions
{
    /// <summary>The directory of the cache; null keeps nothing.</summary>
    public string? CodexHome { get; init; }

    /// <summary>Where the provider's models are asked for.</summary>
    public required ModelListClient Client { get; init; }

    /// <summary>Whether the user is logged in with ChatGPT: only then, and with a provider's own program for keys, is the server asked.</summary>
    public required Func<CancellationToken, ValueTask<bool>> UsesChatGpt { get; init; }

    /// <summary>Whether the provider's keys come from a program.</summary>
    public bool HasCommandAuth { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Takes the reason of a refresh that failed.</summary>
    public Action<string> Log { get; init; } = static _ => { };
}
