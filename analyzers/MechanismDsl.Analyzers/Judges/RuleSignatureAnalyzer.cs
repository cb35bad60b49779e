using MechanismDsl.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Analyzers.Judges;

/// <summary>Reports methods that are marked as rules and are none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RuleSignatureAnalyzer() : FindingAnalyzer(RuleBook.Signatures);
