namespace Codex.Formats.Starlark;

/// <summary>A call that was under way when something failed.</summary>
/// <param name="Caller">The function that calls; <c>&lt;module&gt;</c> outside of functions.</param>
/// <param name="Span">The call.</param>
public sealed record StarlarkFrame(string Caller, StarlarkSpan Span);
