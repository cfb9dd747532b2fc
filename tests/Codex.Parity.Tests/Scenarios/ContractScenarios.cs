using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Files;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>The contract of the app server as files: the same as those of 0.136.0, comments and descriptions aside.</summary>
public sealed class ContractScenarios : IDisposable
{
    private const string Experimental = "--experimental";

    private readonly TempDirectory _homes = new();

    [Theory]
    [InlineData(546)]
    [InlineData(596, Experimental)]
    public Task TypeScript_is_the_same(int count, params string[] options) => AgreeAsync("generate-ts", count, options);

    [Theory]
    [InlineData(256)]
    [InlineData(306, Experimental)]
    public Task Schemas_are_the_same(int count, params string[] options) => AgreeAsync("generate-json-schema", count, options);

    [Fact]
    public Task The_schema_of_rollout_lines_is_the_same() => AgreeAsync("generate-internal-json-schema", 1);

    [Fact]
    public async Task Every_TypeScript_file_begins_alike()
    {
        await RunAsync("generate-ts", "--out", "out");
        foreach (var path in ContractFiles.Paths(_homes["real/out"]))
            Assert.Equal(File.ReadLines(_homes[$"real/out/{path}"]).First(), File.ReadLines(_homes[$"ours/out/{path}"]).First());
    }

    [Fact]
    public async Task An_export_without_experimental_parts_removes_those_of_one_with_them()
    {
        foreach (var command in new[] { "generate-ts", "generate-json-schema" })
        {
            await RunAsync(command, "--out", "out", Experimental);
            await RunAsync(command, "--out", "out");
        }

        var paths = ContractFiles.Paths(_homes["real/out"]);
        Assert.Equal(546 + 256, paths.Length);
        Assert.Equal(paths, ContractFiles.Paths(_homes["ours/out"]));
    }

    [Theory]
    [InlineData("generate-ts --out /dev/null/x")]
    [InlineData("generate-ts --out /dev/null")]
    [InlineData("generate-ts --out /proc/x")]
    [InlineData("generate-json-schema --out /dev/null/x/y")]
    [InlineData("generate-json-schema --out /dev/null --experimental")]
    [InlineData("generate-internal-json-schema --out /dev/null")]
    [InlineData("generate-ts --out out --prettier /nonexistent/prettier")]
    [InlineData("generate-ts --out out --prettier no-such-prettier")]
    [InlineData("generate-ts --out out --prettier false")]
    [InlineData("generate-ts --out out -p /bin/echo")]
    [InlineData("generate-ts --out out extra")]
    [InlineData("generate-ts --out")]
    [InlineData("generate-ts --out=")]
    [InlineData("generate-json-schema --experimental")]
    [InlineData("generate-json-schema --out out --prettier x")]
    [InlineData("generate-internal-json-schema --out out --experimental")]
    public async Task What_cannot_be_done_is_said_alike(string line)
    {
        var pair = await CommandPair.RunAsync(_homes, ["app-server", .. line.Split(' ')]);
        Assert.Equal(
            (pair.Real.ExitCode, pair.Real.Output, WithoutBacktrace(pair.Real.Error)),
            (pair.Ours.ExitCode, pair.Ours.Output, pair.Ours.Error));
    }

    /// <inheritdoc/>
    public void Dispose() => _homes.Dispose();

    private async Task AgreeAsync(string command, int count, params string[] options)
    {
        await RunAsync([command, "--out", "out/inner", .. options]);
        var paths = ContractFiles.Paths(_homes["real/out/inner"]);
        Assert.Equal(count, paths.Length);
        Assert.Equal(paths, ContractFiles.Paths(_homes["ours/out/inner"]));
        Assert.All(paths, path => Assert.Null(ContractFiles.Difference(_homes[$"real/out/inner/{path}"], _homes[$"ours/out/inner/{path}"])));
    }

    private async Task RunAsync(params string[] arguments)
    {
        var pair = await CommandPair.RunAsync(_homes, ["app-server", .. arguments]);
        Assert.Equal((0, "", ""), (pair.Real.ExitCode, pair.Real.Output, pair.Real.Error));
        Assert.Equal((0, "", ""), (pair.Ours.ExitCode, pair.Ours.Output, pair.Ours.Error));
    }

    private static string WithoutBacktrace(string error) =>
        error.IndexOf("\n\nStack backtrace:", StringComparison.Ordinal) is >= 0 and var at ? error[..(at + 1)] : error;
}
