namespace Codex.Formats.Bash;

/// <summary>A pipeline and what joins it to the next one. Lists of <c>&amp;&amp;</c> and <c>||</c> are flat: both bind alike, to the left.</summary>
/// <param name="Pipeline">The pipeline.</param>
/// <param name="Connector">What stands behind it.</param>
public sealed record BashStatement(BashPipeline Pipeline, BashConnector Connector);
