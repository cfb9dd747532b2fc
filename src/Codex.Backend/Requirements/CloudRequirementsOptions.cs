using Codex.Backend.Auth;
using Codex.Backend.Responses;
using Codex.Platform.Identifiers;

namespace Codex.Backend.Requirements;

/// <summary>What it takes to ask a workspace for its requirements.</summary>
public sealed record CloudRequirementsOptions
{
    /// <summary>The directory with the last answer.</summary>
    public required string CodexHome { get; init; }

    /// <summary>The user's login.</summary>
    public required AuthManager Account { get; init; }

    /// <summary>Root of ChatGPT's backend.</summary>
    public required string ChatGptBaseUrl { get; init; }

    /// <summary>How the program names itself.</summary>
    public required ClientIdentity Identity { get; init; }

    /// <summary>Throws when the text cannot be used: such an answer is not kept.</summary>
    public required Action<string> Check { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Spreads repetitions.</summary>
    public required IIdSource Random { get; init; }

    /// <summary>Makes the connection handler, at the first request.</summary>
    public required Func<HttpMessageHandler> CreateHandler { get; init; }
}
