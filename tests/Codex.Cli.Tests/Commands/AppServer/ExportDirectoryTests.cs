using System.Text;
using Codex.AppServer.Protocol.Contract;
using Codex.Cli.Commands.AppServer;
using Codex.Cli.Hosting;
using Codex.TestSupport.Files;

namespace Codex.Cli.Tests.Commands.AppServer;

public sealed class ExportDirectoryTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    [Fact]
    public void Files_are_written_below_a_directory_that_need_not_be_there()
    {
        Write(Export(("index.ts", "one"), ("v2/index.ts", "two")));
        Assert.Equal("one", File.ReadAllText(_directory["out/index.ts"]));
        Assert.Equal("two", File.ReadAllText(_directory["out/v2/index.ts"]));
        Assert.Equal(2, Directory.GetFiles(_directory.Root, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void Files_of_others_stay_as_they_are()
    {
        _directory.Write("out/foreign.json", "{bad");
        _directory.Write("out/v2/foreign.ts", "export const x = 1;  ");
        Write(Export(("index.ts", "one"), ("v2/index.ts", "two")));
        Assert.Equal("{bad", File.ReadAllText(_directory["out/foreign.json"]));
        Assert.Equal("export const x = 1;  ", File.ReadAllText(_directory["out/v2/foreign.ts"]));
    }

    [Fact]
    public void An_earlier_export_is_replaced_and_what_does_not_belong_to_this_one_goes()
    {
        Write(Export(("a.json", "old and long"), ("b.json", "old")));
        Write(new ContractExport([Generated("a.json", "new")], ["b.json", "c.json"]));
        Assert.Equal("new", File.ReadAllText(_directory["out/a.json"]));
        Assert.Equal([_directory["out/a.json"]], Directory.GetFiles(_directory["out"]));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_named_and_keeps_its_place()
    {
        _directory.Create("out/v2/b.json/inside");
        var failure = Assert.Throws<CommandFailure>(() => Write(Export(("a.json", "one"), ("v2/b.json", "two"))));
        Assert.StartsWith("Error: Failed to write out/v2/b.json\n\nCaused by:\n    ", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["a.json"], Directory.GetFiles(_directory["out"], "*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("file", "File exists (os error 17)")]
    [InlineData("file/out", "Not a directory (os error 20)")]
    public void A_file_in_the_place_of_a_directory_is_told(string name, string cause)
    {
        _directory.Write("file", "");
        var failure = Assert.Throws<CommandFailure>(() => new ExportDirectory(name, _directory.Root).Write(Export(("a.json", ""))));
        Assert.Equal($"Error: Failed to create output directory {name}\n\nCaused by:\n    {cause}", failure.Message);
    }

    /// <inheritdoc/>
    public void Dispose() => _directory.Dispose();

    private void Write(ContractExport export) => new ExportDirectory("out", _directory.Root).Write(export);

    private static ContractExport Export(params (string Path, string Text)[] files) => new([.. files.Select(static file => Generated(file.Path, file.Text))], []);

    private static GeneratedFile Generated(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
