using System.Collections.Immutable;

namespace Codex.Extensions.Skills.Loading;

/// <summary>What the file beside a skill says about its use.</summary>
/// <param name="AllowsImplicitUse">Whether the model may choose the skill by itself.</param>
/// <param name="Products">The products it is made for; none for all.</param>
internal sealed record SkillPolicy(bool AllowsImplicitUse, ImmutableArray<string> Products)
{
    private static readonly string[] s_products = ["chatgpt", "codex", "atlas"];

    private static SkillPolicy Default { get; } = new(AllowsImplicitUse: true, []);

    /// <summary>Reads <c>agents/openai.yaml</c>. A file that cannot be read or understood changes nothing.</summary>
    public static SkillPolicy Read(string skillDirectory)
    {
        var path = Path.Combine(skillDirectory, "agents", "openai.yaml");
        try
        {
            if (!File.Exists(path))
                return Default;
            var policy = YamlFields.Parse(File.ReadAllText(path)).Nested("policy");
            return new SkillPolicy(policy.Truth("allow_implicit_invocation") ?? true, [.. policy.Words("products", s_products)]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or YamlDotNet.Core.YamlException)
        {
            return Default;
        }
    }
}
