namespace Codex.Architecture.Tests;

public sealed class DeviationTests
{
    [Fact]
    public void Every_deviation_says_what_differs_and_names_its_test()
    {
        var index = new TestIndex();
        var rows = SourceTree.Lines("docs/deviations.md").Where(line => line.StartsWith('|')).Skip(2)
            .Select(line => line.Trim('|').Split(" | ").Select(cell => cell.Trim()).ToArray());
        Assert.All(rows, row =>
        {
            Assert.Equal(4, row.Length);
            Assert.All(row, Assert.NotEmpty);
            Assert.All(row[3].Split([',', ';', ' ', '`'], StringSplitOptions.RemoveEmptyEntries), test => Assert.True(index.Contains(test), $"{row[0]}: no test {test}"));
        });
    }
}
