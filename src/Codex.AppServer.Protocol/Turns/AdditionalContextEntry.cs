namespace Codex.AppServer.Protocol.Turns;

/// <summary>Something that a client tells the model beside what the user says.</summary>
/// <param name="Value">The text.</param>
/// <param name="Kind"><c>untrusted</c> or <c>application</c>.</param>
public sealed record AdditionalContextEntry(string Value, string Kind);
