using Microsoft.CodeAnalysis;

namespace MechanismDsl.CodeFixes.Infrastructure;

/// <summary>One repair that is offered for a diagnostic.</summary>
/// <param name="Title">What the editor shows; it is the equivalence key too, so that Fix All repeats the same repair and no other.</param>
/// <param name="Apply">The repaired syntax tree for the broken one.</param>
internal sealed record Offer(string Title, Func<SyntaxNode, SyntaxNode> Apply);
