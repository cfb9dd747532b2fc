namespace Codex.Backend.Responses;

/// <summary>How the program names itself to servers.</summary>
/// <param name="Originator">The front-end, for example <c>codex_exec</c>.</param>
/// <param name="UserAgent">The whole user agent line.</param>
public sealed record ClientIdentity(string Originator, string UserAgent);
