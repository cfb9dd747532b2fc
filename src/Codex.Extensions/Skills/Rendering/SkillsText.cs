using System.Collections.Immutable;
using System.Text;

namespace Codex.Extensions.Skills.Rendering;

/// <summary>The words around the list; headings and their order are the original's.</summary>
internal static class SkillsText
{
    private const string IntroductionWithPaths =
        "Skills are instructions for particular kinds of work, kept in `SKILL.md` files on this machine. These are the ones you can use, each with "
        + "its name, its purpose and the file that holds its instructions.";

    private const string IntroductionWithAliases =
        "Skills are instructions for particular kinds of work, kept in `SKILL.md` files on this machine. These are the ones you can use, each with "
        + "its name, its purpose and a short path; the first part of a short path stands for a directory of the table of skill roots.";

    private const string Usage =
        """
        - When to use one: the user names it (`$name`, or its name in plain words), or the task is what its description is about. Use every skill that is named. A skill holds for the turn it was asked for, not for later ones.
        - When one is missing: if a named skill is not listed or its file cannot be read, say so in a sentence and go on as well as you can without it.
        - Reading: {0} Read as much of it as the task needs. Relative paths in it start at its own directory. Of folders such as `references/` open only the files that matter now.
        - Scripts and templates: when the skill brings scripts, run or adapt them; when it brings templates or assets, start from those. Do not write anew what is there.
        - Several skills: take the fewest that cover the request, and say in one line which you use and why, or why you pass over an obvious one.
        - Context: keep what you load small, summarise what is long, and do not follow references from file to file without need.
        - Trouble: when a skill cannot be followed, name the obstacle, choose the next best way and continue.
        """;

    // Characters of the original's text around an empty list, all of them ASCII.
    private const long OriginalLength = 2296;
    private const long OriginalLengthWithAliases = 2469;

    private const string ReadPath = "open the listed file first.";
    private const string ReadAlias = "put the directory of the table in place of the first part of the path, and open that file first.";

    /// <summary>The text between the tags.</summary>
    /// <param name="rootLines">The table of directories; empty when the list has whole paths.</param>
    /// <param name="lines">The list.</param>
    public static string Render(ImmutableArray<string> rootLines, ImmutableArray<string> lines)
    {
        IEnumerable<string> head = rootLines.IsEmpty
            ? ["## Skills", IntroductionWithPaths]
            : ["## Skills", IntroductionWithAliases, "### Skill roots", .. rootLines];
        IEnumerable<string> all =
        [
            .. head,
            "### Available skills",
            .. lines,
            "### How to use skills",
            Usage.Replace("{0}", rootLines.IsEmpty ? ReadPath : ReadAlias, StringComparison.Ordinal),
        ];
        return $"\n{string.Join('\n', all)}\n";
    }

    /// <summary>
    /// What the table of directories costs. It counts as much text around the table as the original has, so that the same
    /// lists are shortened in the same way.
    /// </summary>
    public static long TableCost(ImmutableArray<string> rootLines, SkillBudget budget)
    {
        var characters = rootLines.Sum(static line => CharacterCount.Of(line) + 1L);
        var bytes = rootLines.Sum(static line => Encoding.UTF8.GetByteCount(line) + 1L);
        var withTable = budget.Cost(OriginalLengthWithAliases + characters, OriginalLengthWithAliases + bytes);
        return withTable - budget.Cost(OriginalLength, OriginalLength);
    }
}
