namespace MechanismDsl.Language.Findings;

/// <summary>Ids of the rules that normalisation applies. Titles, messages and severities are those of the analyzer's rule with the same id.</summary>
public static class Rule
{
    /// <summary>The type, or a type around it, is not partial.</summary>
    public const string NotPartial = "MECH0001";

    /// <summary>A static, abstract, generic or file-local type, or an interface.</summary>
    public const string UnsupportedShape = "MECH0002";

    /// <summary>No environment.</summary>
    public const string EnvironmentMissing = "MECH0003";

    /// <summary>Neither an objective nor a payment rule.</summary>
    public const string ObjectiveMissing = "MECH0004";

    /// <summary>Two attributes answer the same question differently.</summary>
    public const string AttributesExclude = "MECH0005";

    /// <summary>An agent needs a prior and has none.</summary>
    public const string PriorMissing = "MECH0006";

    /// <summary>An agent's name is no identifier, not unique or reserved.</summary>
    public const string AgentName = "MECH0007";

    /// <summary>No number of agents satisfies the declaration.</summary>
    public const string AgentCount = "MECH0008";

    /// <summary>The number of agents must be fixed.</summary>
    public const string AgentCountMissing = "MECH0009";

    /// <summary>An attribute of the other side of the market.</summary>
    public const string WrongSide = "MECH0010";

    /// <summary>Optimal procurement without the buyer's value.</summary>
    public const string BuyerValueMissing = "MECH0011";

    /// <summary>An attribute or property that changes nothing.</summary>
    public const string WithoutEffect = "MECH0012";

    /// <summary>A number outside its domain.</summary>
    public const string NumberOutsideDomain = "MECH0013";

    /// <summary>A division of whole numbers lost digits.</summary>
    public const string IntegerDivision = "MECH0014";

    /// <summary>A member of the user's has a name of the generated part.</summary>
    public const string MemberCollides = "MECH0015";

    /// <summary><c>Agent = "…"</c> names no agent.</summary>
    public const string UnknownAgent = "MECH0016";

    /// <summary>Money of an unsupported type or grid.</summary>
    public const string MoneyType = "MECH0017";

    /// <summary>A strategy that cannot be read or does not fit.</summary>
    public const string StrategyNotUnderstood = "MECH0018";

    /// <summary>Outcomes that cannot be chosen from.</summary>
    public const string OutcomesUnusable = "MECH0019";

    /// <summary>Payments that take a look at all types beforehand, where that is not possible.</summary>
    public const string TablesUnknown = "MECH0020";

    /// <summary>Clicks or reserves of slots that are none, or grow.</summary>
    public const string Clicks = "MECH0023";

    /// <summary>Sizes that are missing, too small or too large.</summary>
    public const string Sizes = "MECH0024";

    /// <summary>A limit names who is no agent and no group.</summary>
    public const string LimitMembers = "MECH0025";

    /// <summary>Limits that nobody, or somebody never, can keep.</summary>
    public const string Limits = "MECH0026";

    /// <summary>The sides of an exchange are not those that it needs.</summary>
    public const string ExchangeSides = "MECH0027";

    /// <summary>The members of the enum of items, or their capacities, do not fit.</summary>
    public const string AssignmentItems = "MECH0030";

    /// <summary>More goods than can be decided in this money.</summary>
    public const string TooManyGoods = "MECH0031";

    /// <summary>Core payments in money that is not exact.</summary>
    public const string CoreMoney = "MECH0032";

    /// <summary>Shares of a partnership that are none, do not sum to 1, or are not as many as its partners.</summary>
    public const string PartnershipShares = "MECH0033";

    /// <summary>A prior whose support or shape the environment has no use for.</summary>
    public const string PriorDoesNotFit = "MECH0034";

    /// <summary>Beliefs that are missing, or no distributions of the others' types.</summary>
    public const string BeliefWeights = "MECH0037";

    /// <summary>Beliefs that come from no common prior.</summary>
    public const string NoCommonPrior = "MECH0038";

    /// <summary>No joint distribution of the types.</summary>
    public const string JointPriorMissing = "MECH0040";

    /// <summary>An agent without finitely many types.</summary>
    public const string FiniteTypesMissing = "MECH0041";

    /// <summary>A belief that is a mixture of others.</summary>
    public const string BeliefMixed = "MECH0042";

    /// <summary>An optimal mechanism of infinitely many types.</summary>
    public const string ProgramNotFinite = "MECH0043";

    /// <summary>A program that is too large to be solved while a program compiles.</summary>
    public const string ProgramTooLarge = "MECH0044";

    /// <summary>Promises that no mechanism can keep together, by a contradiction of the program.</summary>
    public const string ProgramInfeasible = "MECH0045";

    /// <summary>A goal without a bound.</summary>
    public const string ProgramUnbounded = "MECH0046";

    /// <summary>A decision of the author's own under which no payments make truth the best report.</summary>
    public const string NotImplementable = "MECH0047";

    /// <summary>Limits of service without named agents, or for too many.</summary>
    public const string NamedAgents = "MECH0048";

    /// <summary>An agent that must be served and would name its price, or has a reserve.</summary>
    public const string NoPrice = "MECH0049";

    /// <summary>A mechanism is compared with what is none, or none of the same agents.</summary>
    public const string NotComparable = "MECH0050";

    /// <summary>The value of an agent depends on the reports of others.</summary>
    public const string InterdependentValue = "MECH1010";

    /// <summary>A rule outside the verifiable subset.</summary>
    public const string OutsideSubset = "MECH1011";

    /// <summary>A rule without a result on a legal report.</summary>
    public const string NoResult = "MECH1014";

    /// <summary>A method that is marked as a rule does not have the signature of one.</summary>
    public const string RuleSignature = "MECH1012";

    /// <summary>A claim is refuted by a counterexample.</summary>
    public const string ClaimRefuted = "MECH2001";

    /// <summary>A claim follows from no theorem.</summary>
    public const string ClaimNotEstablished = "MECH2002";

    /// <summary>A goal that is not solved for this declaration.</summary>
    public const string NotSolved = "MECH0028";

    /// <summary>Promises that no mechanism can keep together.</summary>
    public const string Impossible = "MECH3023";

    /// <summary>An assumption without a reason.</summary>
    public const string AssumptionWithoutReason = "MECH2004";

    /// <summary>A prior's parameter outside its domain.</summary>
    public const string PriorParameterDomain = "MECH4001";

    /// <summary>Too many or too few parameters of a prior.</summary>
    public const string PriorParameterCount = "MECH4002";

    /// <summary>A type that is no prior, or an own prior that cannot be read.</summary>
    public const string PriorNotUnderstood = "MECH4003";

    /// <summary>Ever higher prices earn ever more.</summary>
    public const string UnboundedRevenue = "MECH4004";

    /// <summary>A prior without a finite mean.</summary>
    public const string InfiniteMean = "MECH4005";

    /// <summary>Ever higher prices keep earning: virtual values do not describe the revenue.</summary>
    public const string RevenueEscapes = "MECH4006";

    /// <summary>F and f of an own prior are no distribution.</summary>
    public const string OwnPriorInconsistent = "MECH4008";

    /// <summary>Weights that are no joint distribution.</summary>
    public const string JointWeights = "MECH4009";

    /// <summary>A data file that the project does not hand to the compiler.</summary>
    public const string FileNotAdditional = "MECH4101";

    /// <summary>A data file without rows.</summary>
    public const string FileEmpty = "MECH4102";

    /// <summary>A data file without a column that is needed.</summary>
    public const string ColumnMissing = "MECH4103";

    /// <summary>A row that cannot be read.</summary>
    public const string RowMalformed = "MECH4104";

    /// <summary>Few values.</summary>
    public const string TooFewValues = "MECH4105";

    private static readonly HashSet<string> Warnings = new(StringComparer.Ordinal) { WithoutEffect, InfiniteMean, TooFewValues };

    /// <summary>Whether a finding of this rule leaves a declaration without a meaning: there is nothing to solve then.</summary>
    public static bool IsError(string id) => !Warnings.Contains(id);
}
