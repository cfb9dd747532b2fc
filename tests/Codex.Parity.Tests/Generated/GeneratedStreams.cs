using Codex.Parity.Tests.Harness;

namespace Codex.Parity.Tests.Generated;

/// <summary>Streams that no one has thought of.</summary>
public sealed class GeneratedStreams
{
    /// <summary>Seeds; a failing one names its script.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 24)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Streams_of_any_shape_do_the_same(int seed) => BothPrograms.AgreeOnAsync(
        Scenario.Json() with
        {
            Config = "show_raw_agent_reasoning = true",
            Provider = "stream_max_retries = 1",
            Script = () => new StreamGenerator(seed).Script(),
        },
        $"stream_{seed}");
}
