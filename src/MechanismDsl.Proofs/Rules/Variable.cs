namespace MechanismDsl.Proofs.Rules;

/// <summary>A variable of a rule: a parameter, a local, or a temporary that the lowering made. Numbered from 0 within its rule.</summary>
/// <param name="Index">Its number; the canonical text knows a variable by nothing else.</param>
/// <param name="Kind">The kind of its value, or of its elements.</param>
/// <param name="IsArray">True if it refers to an array. Arrays have reference semantics, as in C#: two variables can refer to the same one.</param>
public readonly record struct Variable(int Index, ScalarKind Kind, bool IsArray);

/// <summary>What a parameter of a rule stands for.</summary>
public enum ParameterRole
{
    /// <summary>A scalar: the report of the one agent that a score, a value or a prior is about.</summary>
    Report,

    /// <summary>An array: element i is the report of agent i.</summary>
    Reports,

    /// <summary>A scalar that is known to everybody and that no agent controls.</summary>
    Public,

    /// <summary>An array: element i is a public fact about agent i, for example its quality.</summary>
    PublicOfAgents,

    /// <summary>An <c>int</c>: the index of the agent that the rule is asked about.</summary>
    Agent,

    /// <summary>An array that the rule fills; every element is zero or false when it starts. It is the result of the rule.</summary>
    Output,
}

/// <summary>A parameter of a rule.</summary>
/// <param name="Name">The name in the source, for messages; not part of the rule's identity.</param>
/// <param name="Variable">The variable that holds the argument.</param>
/// <param name="Role">What it stands for.</param>
public sealed record RuleParameter(string Name, Variable Variable, ParameterRole Role);
