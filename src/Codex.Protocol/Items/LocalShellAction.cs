using System.Collections.Immutable;

namespace Codex.Protocol.Items;

/// <summary>The command of a <see cref="LocalShellCallItem"/>; what it leaves open is null, on the wire too.</summary>
/// <param name="Command">Program and arguments.</param>
/// <param name="TimeoutMilliseconds">How long it may take.</param>
/// <param name="WorkingDirectory">Where it runs.</param>
/// <param name="Environment">Variables on top of those there are.</param>
/// <param name="User">Who runs it.</param>
public sealed record LocalShellAction(
    ImmutableArray<string> Command,
    ulong? TimeoutMilliseconds,
    string? WorkingDirectory,
    ImmutableArray<KeyValuePair<string, string>>? Environment,
    string? User);
