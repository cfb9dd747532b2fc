namespace Codex.Protocol.Errors;

/// <summary>Machine-readable kind of an error (<c>CodexErrorInfo</c> of <c>codex-rs/protocol/src/protocol.rs</c>).</summary>
/// <param name="Kind">One of <see cref="CodexErrorKind"/>.</param>
/// <param name="HttpStatusCode">Only for the connection and stream kinds.</param>
public sealed record CodexErrorInfo(CodexErrorKind Kind, int? HttpStatusCode = null)
{
    /// <summary>An error of no particular kind.</summary>
    public static CodexErrorInfo Other { get; } = new(CodexErrorKind.Other);
}
