using Codex.Configuration.Ignoring;
using Codex.Engine.Context;
using Codex.TestSupport.Files;

namespace Codex.Engine.Tests.Context;

public sealed class AgentsInstructionsTests : IDisposable
{
    private readonly TempDirectory _files = new();
    private readonly List<string> _messages = [];

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Files_from_the_root_down_are_joined_after_the_global_one()
    {
        _files.Write("home/AGENTS.md", "global\n");
        _files.Create("project/.git");
        _files.Write("project/AGENTS.md", "root");
        _files.Write("project/inner/AGENTS.md", "inner");
        Assert.Equal("global\n\n--- project-doc ---\n\nroot\n\ninner", Read("project/inner"));
    }

    [Fact]
    public void An_override_goes_before_the_usual_name_and_that_before_fallbacks()
    {
        _files.Create("project/.git");
        _files.Write("project/AGENTS.md", "usual");
        _files.Write("project/AGENTS.override.md", "override");
        _files.Write("project/inner/NOTES.md", "fallback");
        Assert.Equal("override\n\nfallback", Read("project/inner", new() { FallbackFileNames = ["NOTES.md"] }));
    }

    [Fact]
    public void Without_a_root_only_the_working_directory_counts()
    {
        _files.Write("plain/AGENTS.md", "outer");
        _files.Write("plain/inner/AGENTS.md", "inner");
        Assert.Equal("inner", Read("plain/inner", new() { RootMarkers = ["no-such-marker"] }));
    }

    [Fact]
    public void The_budget_is_shared_by_all_project_files()
    {
        _files.Create("project/.git");
        _files.Write("project/AGENTS.md", "12345");
        _files.Write("project/inner/AGENTS.md", "67890");
        Assert.Equal("12345\n\n67", Read("project/inner", new() { MaximumBytes = 7 }));
        Assert.Null(Read("project/inner", new() { MaximumBytes = 0 }));
    }

    [Fact]
    public void Blank_files_count_as_none()
    {
        _files.Write("home/AGENTS.md", " \n");
        _files.Create("project/.git");
        _files.Write("project/AGENTS.md", "\n");
        Assert.Null(Read("project"));
    }

    [Fact]
    public void A_file_that_cannot_be_read_leaves_out_those_of_the_project_with_a_message()
    {
        _files.Write("home/AGENTS.md", "global");
        _files.Create("project/.git");
        _files.Write("project/AGENTS.md", "root");
        _files.Create("project/inner");
        File.CreateSymbolicLink(_files["project/inner/AGENTS.md"], "AGENTS.md");

        Assert.Equal("global", Read("project/inner"));
        Assert.Equal("error trying to find AGENTS.md docs: Symbolic link loop (os error 40)", Assert.Single(_messages));
    }

    [Fact]
    public void Instructions_that_agents_are_kept_from_are_not_read()
    {
        _files.Create("project/.git");
        _files.Write("project/AGENTS.md", "root");
        _files.Write("project/inner/AGENTS.md", "inner");
        _files.Write("project/.agentsignore", "/inner/AGENTS.md");

        Assert.Equal("root", Read("project/inner"));
    }

    private string? Read(string directory, ProjectInstructionsOptions? options = null) =>
        new AgentsInstructions(_files["home"], _files[directory], options ?? new(), (_, message) => _messages.Add(message)) { Ignored = AgentsIgnore.Find(_files[directory]) }.Read();
}
