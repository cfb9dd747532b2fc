namespace Codex.AppServer.Protocol.Contract.Model;

/// <summary>A request or notification.</summary>
/// <param name="Kind">Who sends it.</param>
/// <param name="Method">Its name on the wire.</param>
public sealed record ContractMessage(MessageKind Kind, string Method)
{
    /// <summary>The type of its parameters; null when it has none.</summary>
    public NamedExpression? Params { get; init; }

    /// <summary>The type of the answer; null for notifications.</summary>
    public NamedExpression? Response { get; init; }

    /// <summary>Whether only clients that ask for experimental parts may use it.</summary>
    public bool IsExperimental { get; init; }

    /// <summary>Whether JSON schemas leave it out of the list of messages.</summary>
    public bool IsUnlisted { get; init; }

    /// <summary>What it does.</summary>
    public string? Doc { get; init; }
}
