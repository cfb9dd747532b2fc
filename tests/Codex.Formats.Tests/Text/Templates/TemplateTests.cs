using Codex.Formats.Text.Templates;

namespace Codex.Formats.Tests.Text.Templates;

public sealed class TemplateTests
{
    [Fact]
    public void Placeholders_are_replaced_and_doubled_braces_are_literal()
    {
        var template = Template.Parse("{{{{x}}}} {{ name }}{{name}}, {{place}}! {é}");
        Assert.Equal(["name", "place"], template.Placeholders.Order());
        Assert.Equal("{{x}} BobBob, {{ here }}! {é}", template.Render([new("name", "Bob"), new("place", "{{ here }}")]));
    }

    [Theory]
    [InlineData("a {{ }}", "the placeholder at 2 has no name")]
    [InlineData("a {{ b", "the placeholder at 2 is not closed")]
    [InlineData("{{ a {{ b }}", "the placeholder at 0 holds another")]
    [InlineData("a }} b", "`}}` at 2 closes nothing")]
    public void A_malformed_template_says_what_is_wrong_and_where(string source, string message) =>
        Assert.Equal(message, Assert.Throws<TemplateException>(() => Template.Parse(source)).Message);

    [Fact]
    public void Values_must_fit_the_placeholders()
    {
        var template = Template.Parse("{{ a }}");
        Assert.Equal("no value for `a`", Assert.Throws<TemplateException>(() => template.Render([])).Message);
        Assert.Equal(
            "the template has no placeholder `b`",
            Assert.Throws<TemplateException>(() => template.Render([new("b", "1")])).Message);
        Assert.Equal("`a` has two values", Assert.Throws<TemplateException>(() => template.Render([new("a", "1"), new("a", "2")])).Message);
    }
}
