using System.Text;
using YamlDotNet.Core;

namespace Codex.Extensions.Skills.Loading;

/// <summary>Reads what a <c>SKILL.md</c> says about itself.</summary>
internal static class SkillFile
{
    private const int LongestName = 64;
    private const int LongestDescription = 1024;

    /// <summary>The skill in a file.</summary>
    /// <param name="path">The file, without symbolic links.</param>
    /// <param name="root">The directory whose search found it.</param>
    /// <exception cref="SkillFileException">It holds no usable skill.</exception>
    public static Skill Read(string path, SkillRoot root)
    {
        var fields = Parse(FrontMatter.Extract(ReadText(path)) ?? throw new SkillFileException("missing YAML frontmatter delimited by ---"));
        try
        {
            return Describe(path, root, fields);
        }
        catch (YamlException error)
        {
            throw new SkillFileException($"invalid YAML: {error.Message}");
        }
    }

    private static Skill Describe(string path, SkillRoot root, YamlFields fields)
    {
        var directory = Path.GetDirectoryName(path)!;
        var name = OneLine(fields.Text("name"));
        var description = OneLine(fields.Text("description"));
        var shortDescription = OneLine(fields.Nested("metadata").Text("short-description"));
        if (name.Length == 0)
            name = OneLine(Path.GetFileName(directory));
        CheckLength(name, LongestName, "name");
        CheckLength(description, LongestDescription, "description");
        if (shortDescription.Length > 0)
            CheckLength(shortDescription, LongestDescription, "metadata.short-description");
        var policy = SkillPolicy.Read(directory);
        return new Skill
        {
            Name = name,
            Description = description,
            ShortDescription = shortDescription.Length > 0 ? shortDescription : null,
            Path = path,
            Root = root.Path,
            Scope = root.Scope,
            AllowsImplicitUse = policy.AllowsImplicitUse,
            Products = policy.Products,
        };
    }

    private static YamlFields Parse(string frontMatter)
    {
        try
        {
            return YamlFields.Parse(frontMatter);
        }
        catch (YamlException error)
        {
            throw new SkillFileException($"invalid YAML: {error.Message}");
        }
    }

    private static string ReadText(string path)
    {
        try
        {
            return SkillText.Read(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new SkillFileException($"failed to read file: {SkillText.Describe(error)}");
        }
    }

    private static string OneLine(string? text) =>
        text is null ? "" : string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    private static void CheckLength(string value, int longest, string field)
    {
        if (value.Length == 0)
            throw new SkillFileException($"missing field `{field}`");
        if (CharacterCount.Of(value) > longest)
            throw new SkillFileException($"invalid {field}: exceeds maximum length of {longest} characters");
    }
}
