namespace Codex.Backend.Responses;

/// <summary>Output settings of a request.</summary>
public sealed record TextOptions
{
    /// <summary>Verbosity, or null for the server's choice.</summary>
    public string? Verbosity { get; init; }

    /// <summary>JSON schema that the final answer must satisfy, as JSON text; empty when the answer is free.</summary>
    public ReadOnlyMemory<byte> OutputSchema { get; init; }

    /// <summary>Whether the server must enforce the schema.</summary>
    public bool Strict { get; init; } = true;

    internal bool IsEmpty => Verbosity is null && OutputSchema.IsEmpty;
}
