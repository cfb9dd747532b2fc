namespace Codex.AppServer.Protocol.Contract;

/// <summary>A file made from the contract.</summary>
/// <param name="Path">Where it belongs in the output directory, with <c>/</c> between the parts.</param>
/// <param name="Content">All of it.</param>
public sealed record GeneratedFile(string Path, ReadOnlyMemory<byte> Content);
