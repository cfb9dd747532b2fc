namespace Codex.AppServer.Protocol.Contract;

/// <summary>What an export writes.</summary>
/// <param name="Files">The files, sorted by path.</param>
/// <param name="Absent">Paths at which an export of another extent may have left files that do not belong to this one.</param>
public sealed record ContractExport(IReadOnlyList<GeneratedFile> Files, IReadOnlyList<string> Absent);
