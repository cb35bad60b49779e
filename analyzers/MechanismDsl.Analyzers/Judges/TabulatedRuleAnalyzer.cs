using MechanismDsl.Analyzers.Rules.OwnRules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Analyzers.Judges;

/// <summary>Reports methods that are run while the declaration is read (values, costs and boosts of outcomes), and cannot be, or have no result.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TabulatedRuleAnalyzer() : FindingAnalyzer([OutsideSubsetRule.Descriptor, NoResultRule.Descriptor]);
