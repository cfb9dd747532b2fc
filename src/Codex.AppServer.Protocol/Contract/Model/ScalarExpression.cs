namespace Codex.AppServer.Protocol.Contract.Model;

/// <summary>A type without parts.</summary>
/// <param name="Kind">Which.</param>
public sealed record ScalarExpression(ScalarKind Kind) : TypeExpression
{
    /// <summary>Whether TypeScript takes a number of 64 bits for a <c>bigint</c>.</summary>
    public bool IsBig { get; init; }

    /// <summary>The least value; null for the least that the bits can say.</summary>
    public int? Minimum { get; init; }
}
