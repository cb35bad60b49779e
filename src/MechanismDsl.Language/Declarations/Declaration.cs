using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Language.Declarations;

/// <summary>
/// A mechanism type as it stands in the source, as plain values: no symbol, syntax or location, so that it can be cached and compared.
/// Reading it is all that happens on a keystroke; its meaning is worked out from here on.
/// </summary>
/// <param name="Type">The annotated type.</param>
/// <param name="Attributes">The attributes of this language on it, in source order.</param>
/// <param name="Methods">Methods that refine the declaration (<c>[Strategy]</c>).</param>
public sealed record Declaration(TypeIdentity Type, EquatableArray<AttributeUse> Attributes, EquatableArray<MethodUse> Methods)
{
    /// <summary>Methods that are rules of the user's own (<c>[Score]</c>, <c>[Allocation]</c>, <c>[Payment]</c>, <c>[Value]</c>), in source order: their signatures.</summary>
    public EquatableArray<RuleMethod> Rules { get; init; }
}

/// <summary>Names and shape of the annotated type: what its generated part must repeat.</summary>
/// <param name="Namespace">The full namespace; empty for the global one.</param>
/// <param name="Containers">Headers of the containing types from the outside in, e.g. <c>partial class Market</c>.</param>
/// <param name="Name">The identifier.</param>
/// <param name="Keyword"><c>class</c>, <c>struct</c>, <c>record</c> or <c>record struct</c>.</param>
/// <param name="Accessibility"><c>public</c>, <c>internal</c>, …</param>
/// <param name="IsPartial">Whether every declaration of the type and of its containers says <c>partial</c>.</param>
/// <param name="IsStatic">Whether it says <c>static</c>.</param>
/// <param name="IsAbstract">Whether it says <c>abstract</c>.</param>
/// <param name="IsGeneric">Whether it or a container has type parameters.</param>
/// <param name="HasSummary">Whether the user wrote a <c>summary</c> documentation element.</param>
/// <param name="HasRemarks">Whether the user wrote a <c>remarks</c> documentation element.</param>
public sealed record TypeIdentity(
    string Namespace,
    EquatableArray<string> Containers,
    string Name,
    string Keyword,
    string Accessibility,
    bool IsPartial,
    bool IsStatic,
    bool IsAbstract,
    bool IsGeneric,
    bool HasSummary,
    bool HasRemarks)
{
    /// <summary>Whether it says <c>file</c>: a part in another file is then another type.</summary>
    public bool IsFileLocal { get; init; }

    /// <summary>Members that the user wrote under names which may belong to the generated part (<see cref="GeneratedMembers.MayCollide"/>), in source order.</summary>
    public EquatableArray<string> ReservedMembers { get; init; }
}

/// <summary>One attribute of this language.</summary>
/// <param name="Name">Class name without the suffix: <c>Agent</c>, <c>RevenueOptimal</c>.</param>
/// <param name="TypeArgument">The prior type of <c>Agent&lt;TPrior&gt;</c>, or the type of <c>Money&lt;T&gt;</c>; null without one.</param>
/// <param name="Arguments">Constructor arguments in parameter order, a <c>params</c> array as one argument.</param>
/// <param name="Properties">Named arguments in source order.</param>
public sealed record AttributeUse(string Name, TypeUse? TypeArgument, EquatableArray<Argument> Arguments, EquatableArray<NamedArgument> Properties)
{
    /// <summary>True if the compiler itself reports an error in this attribute (a missing argument, an unknown type): it has no meaning yet.</summary>
    public bool HasErrors { get; init; }
}

/// <summary>A type named by an attribute.</summary>
/// <param name="FullName">Name with namespace, without <c>global::</c>.</param>
/// <param name="Name">The identifier.</param>
/// <param name="Parameters">Names of the primary constructor's parameters, for messages.</param>
/// <param name="OwnPrior">The user's own distribution, where the type is one; null for built-in priors and money types.</param>
public sealed record TypeUse(string FullName, string Name, EquatableArray<string> Parameters, OwnPrior? OwnPrior)
{
    /// <summary>The members of an enum in the order of its declaration; empty for other types.</summary>
    public EquatableArray<EnumMember> Members { get; init; }

    /// <summary>False if it cannot be named by everybody who sees the mechanism.</summary>
    public bool IsVisible { get; init; } = true;
}

/// <summary>A member of an enum.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value, in invariant culture.</param>
public sealed record EnumMember(string Name, string Value);

/// <summary>A prior that the user wrote: its distribution function and density as formulas of the value and the constructor's parameters.</summary>
/// <param name="Distribution">F(v); null if missing or not understood.</param>
/// <param name="Density">f(v); null if it is left to be the slope of F, or not understood.</param>
/// <param name="Low">Lower end of the support as a formula of the parameters.</param>
/// <param name="High">Upper end of the support as a formula of the parameters.</param>
/// <param name="NotUnderstood">What the reader could not lower, in words; null if all was understood.</param>
public sealed record OwnPrior(Formula? Distribution, Formula? Density, Formula? Low, Formula? High, string? NotUnderstood);

/// <summary>An attribute argument: a number, a text, or an array of either. Numbers keep the shortest round-trip value of the source.</summary>
public abstract record Argument
{
    private Argument() { }

    /// <summary>A number, an enum member's value, or a Boolean (0 or 1).</summary>
    /// <param name="Value">Its value.</param>
    /// <param name="IsIntegerDivision">True if the source divides two integers, so that digits were lost (<c>1/3</c> is 0).</param>
    public sealed record Number(double Value, bool IsIntegerDivision) : Argument
    {
        /// <summary>The division that lost digits; null if none did.</summary>
        public LostDivision? Division { get; init; }
    }

    /// <summary>A string; null for a null literal.</summary>
    public sealed record Text(string? Value) : Argument;

    /// <summary>An array; null for a null literal.</summary>
    public sealed record List(EquatableArray<Argument>? Items) : Argument;
}

/// <summary>A division of whole numbers that is not exact.</summary>
/// <param name="Source">The division as it stands in the source: <c>1 / 3</c>.</param>
/// <param name="Quotient">What is left of it: <c>0</c>.</param>
/// <param name="Repair">The division that was meant: <c>1.0 / 3</c>.</param>
public sealed record LostDivision(string Source, string Quotient, string Repair);

/// <summary>A property set in an attribute.</summary>
public sealed record NamedArgument(string Name, Argument Value);

/// <summary>A method that refines the declaration.</summary>
/// <param name="Attribute">The attribute that marks it, without the suffix: <c>Strategy</c>.</param>
/// <param name="Name">The method's name.</param>
/// <param name="Formula">Its body as a formula of its first parameter; null if not understood.</param>
/// <param name="NotUnderstood">What could not be lowered, in words; null if all was understood.</param>
public sealed record MethodUse(string Attribute, string Name, Formula? Formula, string? NotUnderstood)
{
    /// <summary>The first division of whole numbers in the body that is not exact; null if there is none.</summary>
    public LostDivision? Division { get; init; }
}
