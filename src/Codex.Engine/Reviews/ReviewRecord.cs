using Codex.Protocol.Reviews;

namespace Codex.Engine.Reviews;

/// <summary>What the conversation keeps of a review, for the model; the tags are the original's.</summary>
internal static class ReviewRecord
{
    /// <summary>The record of a review that was cut short.</summary>
    public const string Interrupted =
        """
        <user_action>
          <context>The user asked for a review, which was cut short. A user who asks about it can start it again with `/review` and let it finish.</context>
          <action>review</action>
          <results>
          None.
          </results>
        </user_action>


        """;

    /// <summary>The record of a review.</summary>
    public static string Of(ReviewOutput output)
    {
        var results = output.OverallExplanation.Trim();
        if (!output.Findings.IsEmpty)
            results += "\n" + ReviewText.Findings(output.Findings);
        return $"""
            <user_action>
              <context>The user asked for a review. This is all that the reviewer reported; the user may want some of it dealt with.</context>
              <action>review</action>
              <results>
              {results}
              </results>
              </user_action>

            """;
    }
}
