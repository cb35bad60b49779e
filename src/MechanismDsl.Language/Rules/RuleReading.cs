using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis.Text;

namespace MechanismDsl.Language.Rules;

/// <summary>What became of a method: a rule, or the first construct that is outside the verifiable subset.</summary>
/// <param name="Rule">The rule; null if the method was refused.</param>
/// <param name="Refusal">Why there is no rule; null if there is one.</param>
/// <param name="Sites">Where the rule's <see cref="Statement.Site"/> numbers are in the source; empty if the method was refused.</param>
public sealed record RuleReading(Rule? Rule, RuleRefusal? Refusal, SiteTable Sites);

/// <summary>A construct that has no meaning as a rule.</summary>
/// <param name="Words">What it is and why, as a clause without a full stop, for example "call to Random.Next(int), which is not pure".</param>
/// <param name="Path">The file of the construct; empty if it has none.</param>
/// <param name="Span">Its place in that file.</param>
public sealed record RuleRefusal(string Words, string Path, TextSpan Span);
