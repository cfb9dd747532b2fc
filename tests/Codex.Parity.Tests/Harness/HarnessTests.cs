using Codex.TestSupport.Files;

namespace Codex.Parity.Tests.Harness;

public sealed class HarnessTests
{
    [Fact]
    public void A_run_differs_from_a_changed_copy_of_itself()
    {
        var real = Lines(Facet.Output, "{\"a\":1}", "two");
        Assert.Null(Comparison.Difference(real, Lines(Facet.Output, "{\"a\":1}", "two"), []));
        Assert.NotNull(Comparison.Difference(real, Lines(Facet.Output, "{\"a\":2}", "two"), []));
        Assert.NotNull(Comparison.Difference(real, Lines(Facet.Output, "{\"a\":1}"), []));
        Assert.NotNull(Comparison.Difference(real, Lines(Facet.Output, "{\"a\":1}", "two", ""), []));
    }

    [Fact]
    public void A_deviation_leaves_its_lines_out()
    {
        var deviation = new Deviation("ID", Facet.Error, line => line.StartsWith("warning", StringComparison.Ordinal));
        Assert.Null(Comparison.Difference(Lines(Facet.Error, "warning: a", "x"), Lines(Facet.Error, "x"), [deviation]));
    }

    [Fact]
    public void Json_keeps_its_order_and_its_numbers()
    {
        var json = new JsonNormalizer(new TextNormalizer(("/var/home", "<home>")));
        Assert.Equal("{\"b\":1.0,\"a\":\"<home>/x\"}", json.Normalize("{ \"b\": 1.0, \"a\": \"/var/home/x\" }"));
    }

    [Fact]
    public void Identifiers_keep_their_identity()
    {
        var text = new TextNormalizer();
        Assert.Equal(
            "<uuid-1> <uuid-2> <uuid-1>",
            text.Normalize("01a1fd65-7f6d-7401-9671-7bd0105d1db8 01a1fd65-7f7a-7c02-b640-cd29a2039922 01a1fd65-7f6d-7401-9671-7bd0105d1db8"));
    }

    [Fact]
    public void Only_the_original_may_have_lost_the_beginning_of_an_output()
    {
        var whole = Lines(Facet.Output, Command("ab"));
        var tail = Lines(Facet.Output, Command("b"));
        Assert.Null(Comparison.Difference(real: tail, ours: whole, []));
        Assert.NotNull(Comparison.Difference(real: whole, ours: tail, []));
        Assert.NotNull(Comparison.Difference(real: tail, ours: Lines(Facet.Output, Command("bc")), []));
    }

    [Fact]
    public void Only_the_original_may_have_lost_the_end_of_a_command()
    {
        var whole = Lines(Facet.Output, Begin, Command("ab"));
        var begun = Lines(Facet.Output, Begin);
        Assert.Null(Comparison.Difference(real: begun, ours: whole, []));
        Assert.NotNull(Comparison.Difference(real: whole, ours: begun, []));
    }

    [Fact]
    public void Every_deviation_that_a_scenario_names_has_its_row()
    {
        var rows = File.ReadAllText(Path.Combine(Repository.Root, "docs", "deviations.md"));
        var scenarios = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Codex.Parity.Tests", "Scenarios"), "*.cs");
        var named = scenarios.SelectMany(file => File.ReadAllText(file).Split("new Deviation(\"").Skip(1)).Select(rest => rest.Split('"')[0]);
        Assert.All(named, id => Assert.Contains($"| {id} |", rows, StringComparison.Ordinal));
    }

    private const string Begin = "{\"type\":\"item.started\",\"item\":{\"id\":\"item_0\",\"type\":\"command_execution\"}}";

    private static string Command(string output) =>
        $"{{\"type\":\"item.completed\",\"item\":{{\"id\":\"item_0\",\"type\":\"command_execution\",\"aggregated_output\":\"{output}\"}}}}";

    private static Observation Lines(Facet facet, params string[] lines) =>
        new(new Dictionary<Facet, IReadOnlyList<string>> { [facet] = lines });
}
