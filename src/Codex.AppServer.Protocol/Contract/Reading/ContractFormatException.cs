namespace Codex.AppServer.Protocol.Contract.Reading;

/// <summary>A definition cannot be understood.</summary>
/// <param name="source">The file's name.</param>
/// <param name="line">The line, from 1.</param>
/// <param name="problem">What is wrong there.</param>
public sealed class ContractFormatException(string source, int line, string problem) : FormatException($"{source}({line}): {problem}");
