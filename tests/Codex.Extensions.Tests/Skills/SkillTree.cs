using Codex.Configuration.Ignoring;
using Codex.Extensions.Skills;
using Codex.TestSupport.Files;

namespace Codex.Extensions.Tests.Skills;

/// <summary>Writes skills into a directory of the test.</summary>
internal sealed class SkillTree : IDisposable
{
    private readonly TempDirectory _directory = new();

    public string this[string relative] => _directory[relative];

    public void Dispose() => _directory.Dispose();

    public string Add(string place, string name, string description = "d") =>
        AddFile(place + "/SKILL.md", $"---\nname: {name}\ndescription: {description}\n---\nbody of {name}\n");

    public string AddFile(string path, string text) => _directory.Write(path, text);

    public SkillSet Load(params IReadOnlyList<SkillSwitch> switches) => Load([new SkillRoot(_directory.Root, SkillScope.User)], switches);

    public SkillSet Load(IReadOnlyList<SkillRoot> roots, params IReadOnlyList<SkillSwitch> switches) => SkillSet.Load([.. roots], [.. switches], AgentsIgnore.Find(_directory.Root));
}
