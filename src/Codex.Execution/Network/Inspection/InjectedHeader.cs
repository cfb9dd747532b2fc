namespace Codex.Execution.Network.Inspection;

/// <summary>A header that the proxy puts in. Its value is read when the proxy is made, and told to nobody but the server.</summary>
/// <param name="Name">The header.</param>
/// <param name="Variable">The variable of our own environment with the value; null when a file has it.</param>
/// <param name="File">The file with the value; null when a variable has it.</param>
/// <param name="Prefix">What stands in front of the value.</param>
public sealed record InjectedHeader(string Name, string? Variable, string? File, string Prefix);
