namespace MechanismDsl.Language.Findings;

/// <summary>Names of <see cref="FixProperty"/> entries: what a code fix needs to know beyond the place of a finding. All are optional; without one, the fix that needs it is not offered.</summary>
public static class FixData
{
    /// <summary>MECH0005: the name of the attribute that the marked one excludes, without the suffix: <c>RevenueOptimal</c>.</summary>
    public const string Other = nameof(Other);

    /// <summary>MECH0005, MECH0012: the name, without the suffix, of the attribute on the marked method, parameter or member: <c>Verified</c>.</summary>
    public const string Marked = nameof(Marked);

    /// <summary>MECH0006: the agent without a prior; absent where all agents lack one.</summary>
    public const string Agent = nameof(Agent);

    /// <summary>MECH0016, MECH0025: the declared name nearest to the unknown one.</summary>
    public const string Nearest = nameof(Nearest);

    /// <summary>MECH0024: the property that is missing. MECH0010, MECH0012, MECH0040, MECH0041, MECH4009: a name without suffix of the attribute that would give the marked one a meaning: <c>Procurement</c>, <c>Mechanism</c>.</summary>
    public const string Missing = nameof(Missing);

    /// <summary>MECH1012: what is missing in the signature, a member of <see cref="SignatureRepair"/>.</summary>
    public const string Signature = nameof(Signature);

    /// <summary>MECH0033: shares in the same proportions that sum to 1, as C# text: <c>0.6, 0.4</c>.</summary>
    public const string Shares = nameof(Shares);

    /// <summary>MECH2001, MECH2002: the member of the guarantee enum that is claimed.</summary>
    public const string Guarantee = nameof(Guarantee);

    /// <summary>MECH3023: the goal that is solved in the place of the efficient one: <c>SecondBest</c>.</summary>
    public const string Goal = nameof(Goal);

    /// <summary>MECH3023: the fixed price at which a trade between two keeps most of the gains.</summary>
    public const string Price = nameof(Price);

    /// <summary>MECH4001: two positions in the list of parameters, from 0, whose numbers stand in the wrong order: <c>0,1</c>.</summary>
    public const string Swap = nameof(Swap);

    /// <summary>MECH3006: the reserve that screens the same types as the fee.</summary>
    public const string Threshold = nameof(Threshold);

    /// <summary>MECH3012: a name without suffix of the attribute without which the mechanism would sell.</summary>
    public const string Remove = nameof(Remove);

    /// <summary>Refutations of rules of the user's own: statements of C# with xunit assertions that fail as long as the counterexample stands; absent where none can be written.</summary>
    public const string Counterexample = nameof(Counterexample);
}
