namespace Codex.Platform.Tests.Processes;

/// <summary>For tests that count something of the whole process.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;
