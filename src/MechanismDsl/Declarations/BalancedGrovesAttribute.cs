namespace MechanismDsl;

/// <summary>
/// The payments, beside <see cref="EfficientAttribute"/> where types are finitely many: Groves payments that sum to the cost at every profile. Truth is a dominant
/// strategy. They exist if and only if the welfare is a sum of terms that each leave out one agent's type (Green and Laffont 1979), which the compiler decides
/// (MECH3017).
/// </summary>
/// <remarks>
/// An agent whose type is known, or three agents with quadratic values of a divisible good, make them exist; two agents who both change the choice do not.
/// Where they do not exist, <see cref="ExpectedExternalityAttribute"/> balances too, with truth as a best reply to truth.
/// </remarks>
/// <example>
/// <code>
/// public enum Owner { Ann, Bob }
///
/// [Mechanism, Outcomes&lt;Owner&gt;, Efficient, BalancedGroves]
/// [Agent("Ann"), Agent("Bob"), Agent("Notary"), Types(1, 4, 6), Types(0, Agent = "Notary")]
/// public partial class Estate { … }                  // the notary, whose type is known, receives what the others pay
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class BalancedGrovesAttribute : Attribute;
