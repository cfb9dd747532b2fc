namespace Codex.Architecture.Tests;

/// <summary>docs/parity.tsv says what is proven; these tests keep it true.</summary>
public sealed class ParityTableTests
{
    private const int InventorySize = 492;
    private static readonly string[] s_statuses = ["none", "partial", "done"];

    private static string[][] Rows { get; } = [.. SourceTree.Lines("docs/parity.tsv").Skip(1).Select(line => line.Split('\t'))];

    [Fact]
    public void Every_row_of_the_inventory_is_there_once()
    {
        Assert.Equal("id\tstatus\ttests\tnote", SourceTree.Lines("docs/parity.tsv")[0]);
        Assert.All(Rows, row => Assert.Equal(4, row.Length));
        Assert.Equal(InventorySize, Rows.Select(row => row[0]).Distinct().Count());
        Assert.Equal(InventorySize, Rows.Length);
        Assert.All(Rows, row => Assert.Matches("^[A-Z0-9]+-[0-9]+[a-z]?$", row[0]));
    }

    [Fact]
    public void Statuses_are_known() => Assert.All(Rows, row => Assert.Contains(row[1], s_statuses));

    [Fact]
    public void A_done_row_names_tests_and_all_named_tests_exist()
    {
        var index = new TestIndex();
        var violations =
            from row in Rows
            let tests = row[2].Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)
            from problem in row[1] == "done" && tests.Length == 0 ? ["no test named"] : tests.Where(test => !index.Contains(test))
            select $"{row[0]}: {problem}";
        Assert.Empty(violations);
    }
}
